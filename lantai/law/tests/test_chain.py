"""The tree of RFC 6962 against a foreign implementation and the vectors of the RFC."""

from __future__ import annotations

import random
from hashlib import sha256

import pytest
from pymerkle import InmemoryTree

from lantai.law import chain

SIZE = 1000
BODIES = [b"entry %d" % n for n in range(SIZE)]


@pytest.fixture(scope="module")
def grown():
    """Our tree and the foreign one side by side: the roots of every prefix, and all complete subtrees of ours."""
    tree, foreign = chain.Tree(), InmemoryTree(algorithm="sha256")
    stored, roots, others = {}, [chain.EMPTY_ROOT], [b""]
    for index, body in enumerate(BODIES):
        leaf = chain.leaf_hash(body)
        stored[0, index] = leaf
        stored.update({(level, place): value for level, place, value in tree.append(leaf)})
        foreign.append_entry(body)
        roots.append(tree.root())
        others.append(foreign.get_root())
    return stored, roots, others, foreign


def test_the_root_of_every_prefix_is_that_of_a_foreign_implementation(grown):
    _, roots, others, _ = grown
    assert roots[1:] == others[1:]


def test_the_vectors_of_the_rfc_hold():
    leaves = [b"", b"\x00", b"\x10", b" !", b"01", b"@ABC", b"PQRSTUVW", b"`abcdefghijklmno"]
    expected = {
        1: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        2: "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        3: "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        8: "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    }
    for size, root in expected.items():
        assert chain.root_of(leaves[:size]).hex() == root
    assert sha256(b"").digest() == chain.EMPTY_ROOT == chain.root_of([])


def inclusion(stored, index, size):
    return chain.proof(chain.inclusion_spans(index, size), stored.__getitem__)


def consistency(stored, old, new):
    return chain.proof(chain.consistency_spans(old, new), stored.__getitem__)


def test_every_leaf_of_small_trees_is_proved_and_at_no_other_place(grown):
    stored, roots, _, _ = grown
    for size in range(1, 41):
        for index in range(size):
            path = inclusion(stored, index, size)
            leaf = stored[0, index]
            assert chain.verify_inclusion(leaf, index, size, path, roots[size])
            for other in range(-1, size + 2):
                if other != index:
                    assert not chain.verify_inclusion(leaf, other, size, path, roots[size])
            assert not chain.verify_inclusion(leaf, index, size, path, roots[size - 1])


def test_every_pair_of_small_trees_is_proved_consistent(grown):
    stored, roots, _, _ = grown
    for new in range(1, 41):
        for old in range(1, new + 1):
            path = consistency(stored, old, new)
            assert chain.verify_consistency(old, new, roots[old], roots[new], path)
            if old != new:
                assert not chain.verify_consistency(old, new, roots[old - 1], roots[new], path)
                assert not chain.verify_consistency(old, new, roots[old], roots[new - 1], path)
                assert not chain.verify_consistency(new, old, roots[new], roots[old], path)


def test_proofs_of_the_foreign_implementation_are_ours(grown):
    stored, _, _, foreign = grown
    chance = random.Random(1)
    for _ in range(200):
        size = chance.randrange(2, SIZE + 1)
        index = chance.randrange(size)
        path = foreign.prove_inclusion(index + 1, size).path
        assert [v for v in path if v != stored[0, index]] == inclusion(stored, index, size)


def test_proofs_from_or_to_the_empty_tree_are_refused(grown):
    _, roots, _, _ = grown
    for old, new in ((0, 5), (0, 0), (5, 0)):
        with pytest.raises(ValueError):
            chain.consistency_spans(old, new)
        assert not chain.verify_consistency(old, new, roots[old], roots[new], [])
    with pytest.raises(ValueError):
        chain.inclusion_spans(0, 0)
    assert not chain.verify_inclusion(roots[1], 0, 0, [], chain.EMPTY_ROOT)


@pytest.mark.slow
def test_malformed_paths_are_refused(grown):
    """Extra, missing, exchanged, short and changed nodes at every place of 500 proofs."""
    stored, roots, _, _ = grown
    chance = random.Random(2)
    for _ in range(250):
        size = chance.randrange(2, SIZE)
        index, old = chance.randrange(size), chance.randrange(1, size)
        leaf = stored[0, index]
        path, other = inclusion(stored, index, size), consistency(stored, old, size)
        for at in range(len(path) + 1):
            for bad in _mangled(path, at, chance):
                assert not chain.verify_inclusion(leaf, index, size, bad, roots[size])
        for at in range(len(other) + 1):
            for bad in _mangled(other, at, chance):
                assert not chain.verify_consistency(old, size, roots[old], roots[size], bad)


def _mangled(path, at, chance):
    yield [*path[:at], chance.randbytes(32), *path[at:]]
    if at < len(path):
        yield path[:at] + path[at + 1 :]
        yield [*path[:at], path[at][:-1], *path[at + 1 :]]
        yield [*path[:at], path[at] + b"\0", *path[at + 1 :]]
        yield [*path[:at], bytes([path[at][0] ^ 1]) + path[at][1:], *path[at + 1 :]]
        yield [*path[:at], path[at].hex(), *path[at + 1 :]]
    if at + 1 < len(path) and path[at] != path[at + 1]:
        yield [*path[:at], path[at + 1], path[at], *path[at + 2 :]]


@pytest.mark.parametrize(("index", "size"), [(-1, 5), (5, 5), (2**64 + 2, 5), (0, 0), (0, -1)])
def test_a_place_outside_the_tree_is_refused(grown, index, size):
    stored, roots, _, _ = grown
    assert not chain.verify_inclusion(stored[0, 2], index, size, inclusion(stored, 2, 5), roots[5])
    with pytest.raises(ValueError):
        chain.inclusion_spans(index, size)


def test_places_cover_a_span_without_gap():
    for end in range(1, 200):
        at = 0
        for level, index in chain.places((0, end)):
            assert index << level == at
            at += 1 << level
        assert at == end
