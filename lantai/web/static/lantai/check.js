// A file is hashed where it lies: its SHA-256 goes into the field, the file itself is never sent.
"use strict";
(() => {
  const place = document.getElementById("own-file");
  const chosen = document.getElementById("chosen-file");
  const said = document.getElementById("own-file-said");
  const code = document.getElementById("code");
  if (!place || !window.crypto || !window.crypto.subtle) return; // without a secure page the words above still help

  const check = async (file) => {
    if (!file) return;
    said.textContent = `正在本机计算“${file.name}”的摘要……`;
    try {
      const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
      code.value = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
      said.textContent = "摘要已经算好，文件没有离开这台设备。正在核验……";
      code.form.requestSubmit();
    } catch {
      said.textContent = "这个文件读不出来。请换一个文件，或者按上面的方法自己计算摘要。";
    }
  };

  place.hidden = false;
  chosen.addEventListener("change", () => check(chosen.files[0]));
  place.addEventListener("dragover", (event) => { event.preventDefault(); place.classList.add("over"); });
  place.addEventListener("dragleave", () => place.classList.remove("over"));
  place.addEventListener("drop", (event) => {
    event.preventDefault();
    place.classList.remove("over");
    check(event.dataTransfer.files[0]);
  });
})();
