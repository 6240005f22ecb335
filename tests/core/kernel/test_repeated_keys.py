"""A key that a JSON object gives twice is found wherever it stands, and named by its path."""

import json

import pytest

from dispatch.kernel.repeated_keys import repeated_key


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ('{"a": 1, "a": 2}', "a"),
        ('{"a": 1, "\\u0061": 2}', "a"),
        ('{"needs": {"ecmo": true, "ecmo": false}}', "needs.ecmo"),
        ('{"units": [{"id": 1}, {"id": 2, "id": 3}]}', "units[1].id"),
        ('[1, [], {"a": {"b": 1, "b": 1}}]', "[2].a.b"),
        ('{"a": [1, 2], "b": {"a": 1}, "": {"": 1}}', None),
        ('["a", "a"]', None),
        ("3", None),
    ],
)
def test_the_first_key_given_twice_is_named_by_its_path(text, path):
    json.loads(text)
    assert repeated_key(text) == path
