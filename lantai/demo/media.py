"""Photos and short videos made on the spot, each marked 演示数据 with its time, and put on file the way evidence is."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from pathlib import Path
from random import Random

import av
from django.utils.timezone import localtime
from PIL import Image, ImageDraw, ImageFont

from lantai.demo.scene import Scene
from lantai.documents import typesetting
from lantai.ledger import clock, store
from lantai.ledger.models import StoredObject
from lantai.recording.commands import add_evidence

FONT = Path(typesetting.__file__).parent.parent / "fonts" / "FandolSong-Bold.otf"
NOTE = "演示数据"
SCENES = ("经营场所全景", "涉案物品近景", "货架（设备）特写", "证照悬挂处", "整改前现状")
_SKIN = ("#f2d3b8", "#eec9a8", "#e6bd98")
_fonts: dict[int, ImageFont.FreeTypeFont] = {}


def _font(size: int) -> ImageFont.FreeTypeFont:
    if size not in _fonts:
        _fonts[size] = ImageFont.truetype(str(FONT), size)
    return _fonts[size]


def photo(random: Random, caption: str, at: datetime) -> bytes:
    """A picture of shelves and boxes, in flat colours, with caption, time and mark."""
    made = Image.new("RGB", (960, 640), random.choice(("#dfe5ea", "#e8e3d8", "#dde8e0")))
    pen = ImageDraw.Draw(made)
    pen.rectangle((0, 470, 960, 640), fill=random.choice(("#b9a98c", "#a8adb3", "#c2b79f")))
    for shelf in range(3):
        top = 90 + shelf * 125
        pen.rectangle((70, top + 88, 890, top + 100), fill="#7d6b52")
        left = 80
        while left < 820:
            width, height = random.randint(34, 92), random.randint(40, 84)
            colour = f"#{random.randint(90, 220):02x}{random.randint(90, 210):02x}{random.randint(80, 200):02x}"
            pen.rectangle((left, top + 88 - height, left + width, top + 88), fill=colour, outline="#56504a")
            left += width + random.randint(4, 18)
    _stamp(pen, (960, 640), caption, at)
    return _jpeg(made)


def _stamp(pen: ImageDraw.ImageDraw, size: tuple[int, int], caption: str, at: datetime) -> None:
    width, height = size
    pen.rectangle((0, height - 46, width, height), fill="#1d1f21")
    pen.text((14, height - 36), f"{localtime(at):%Y-%m-%d %H:%M:%S}　{caption}", font=_font(22), fill="#ffffff")
    pen.text((width - 150, 14), NOTE, font=_font(32), fill="#b3261e")


def _jpeg(image: Image.Image) -> bytes:
    kept = BytesIO()
    image.save(kept, "JPEG", quality=72)
    return kept.getvalue()


def portrait(random: Random, sex: str) -> bytes:
    """A drawn head and shoulders: nobody's face."""
    made = Image.new("RGB", (300, 400), random.choice(("#5b7fa6", "#4f7aa3", "#6b8cae")))
    pen = ImageDraw.Draw(made)
    skin, hair = random.choice(_SKIN), random.choice(("#20201f", "#2b2522", "#3a332e", "#55504c"))
    pen.rounded_rectangle((40, 285, 260, 460), 70, fill="#1f2a44")
    pen.polygon(((120, 285), (180, 285), (150, 345)), fill="#e9eef5")
    pen.polygon(((143, 300), (157, 300), (161, 350), (150, 362), (139, 350)), fill="#24365e")
    pen.rectangle((130, 245, 170, 295), fill=skin)
    wide = random.randint(52, 60)
    if sex == "女":
        pen.rounded_rectangle((150 - wide - 14, 110, 150 + wide + 14, 262), 60, fill=hair)
    pen.ellipse((150 - wide, 125, 150 + wide, 270), fill=skin)
    pen.pieslice((150 - wide - 4, 105, 150 + wide + 4, random.randint(225, 245)), 180, 360, fill=hair)
    for x in (128, 172):
        pen.ellipse((x - 5, 196, x + 5, 204), fill="#262626")
    pen.arc((130, 215, 170, 245), 20, 160, fill="#a0584c", width=3)
    pen.text((96, 372), NOTE, font=_font(26), fill="#ffffff")
    return _jpeg(made)


def video(random: Random, caption: str, at: datetime, seconds: int = 3) -> bytes:
    """A few seconds of a moving block under caption, running time and mark."""
    kept = BytesIO()
    with av.open(kept, "w", format="mp4") as film:
        stream = film.add_stream("libx264", rate=8, options={"preset": "ultrafast", "crf": "34"})
        stream.width, stream.height, stream.pix_fmt = 480, 320, "yuv420p"
        ground = random.choice(("#cfd8dc", "#d7ccc8", "#c8d6c5"))
        for number in range(seconds * 8):
            image = Image.new("RGB", (480, 320), ground)
            pen = ImageDraw.Draw(image)
            left = 20 + number * 12
            pen.rectangle((left, 120, left + 90, 210), fill="#6d7f8d", outline="#37474f")
            pen.rectangle((0, 210, 480, 274), fill="#a1917a")
            pen.rectangle((0, 274, 480, 320), fill="#1d1f21")
            pen.text((8, 284), f"{localtime(at):%Y-%m-%d %H:%M}:{number // 8:02d}", font=_font(20), fill="#ffffff")
            pen.text((200, 286), caption[:12], font=_font(18), fill="#ffffff")
            pen.text((370, 10), NOTE, font=_font(26), fill="#b3261e")
            for packet in stream.encode(av.VideoFrame.from_image(image)):  # type: ignore[no-untyped-call]
                film.mux(packet)
        for packet in stream.encode():
            film.mux(packet)
    return kept.getvalue()


def attach(scene: Scene, step: str, pictures: int, with_video: bool) -> None:
    """Put pictures and a recording of a step on file, collected by the two handlers."""
    for number in range(pictures):
        what = SCENES[number % len(SCENES)]
        file = store.put_bytes(photo(scene.random, what, clock.now()), "image/jpeg")
        _file(scene, step, file, "inspection_record", f"{what}照片", f"{what}.jpg", is_av=False)
    if with_video:
        held = store.put_bytes(video(scene.random, "全过程记录", clock.now()), "video/mp4")
        _file(scene, step, held, "audiovisual", "执法全过程录像", f"{step}-全过程录像.mp4", is_av=True)


def _file(scene: Scene, step: str, file: StoredObject, kind: str, name: str, file_name: str, *, is_av: bool) -> None:
    add_evidence(
        actor=scene.officers[0],
        dossier=scene.held.dossier,
        kind=kind,
        name=name,
        proves="证明检查时的现场情况" if not is_av else "证明办理过程合法",
        of_step=step,
        is_av=is_av,
        file=file,
        file_name=file_name,
        made_at=clock.now(),
        place=scene.telling.place,
        device="执法记录仪演示01号" if is_av else "执法终端演示07号",
        collected_by=[a.person_id for a in scene.officers],
    )
