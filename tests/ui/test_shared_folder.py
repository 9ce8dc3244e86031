"""A workspace in a folder that is shared is told of once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from crossfoot.review.prepared import Prepared
from crossfoot.ui.desk.notice import Notice
from crossfoot.ui.workplace.shared_folder import shared_by


@pytest.mark.parametrize(
    ("path", "file_system", "environment", "words"),
    [
        ("/home/jo/OneDrive - Harbour Council/cases.crossfoot", "ext4", {}, "OneDrive - Harbour Council"),
        ("/home/jo/Dropbox/team/cases.crossfoot", "ext4", {}, "Dropbox"),
        ("/home/jo/synced/cases.crossfoot", "ntfs", {"OneDriveCommercial": "/home/jo/synced"}, "OneDrive"),
        ("/mnt/team/cases.crossfoot", "cifs", {}, "a network drive"),
        ("/mnt/team/cases.crossfoot", "nfs4", {}, "a network drive"),
        ("/mnt/team/cases.crossfoot", "fuse.sshfs", {}, "a network drive"),
        ("/home/jo/cases.crossfoot", "ext4", {}, ""),
        ("/home/jo/Dropbox papers/cases.crossfoot", "ext4", {"OneDrive": "/home/jo/OneDrive"}, ""),
    ],
)
def test_what_shares_a_folder_is_known_by_its_name_its_file_system_or_the_system(
    path: str, file_system: str, environment: dict[str, str], words: str
) -> None:
    assert shared_by(Path(path), file_system, environment) == words


def test_the_officer_is_told_once_of_a_shared_workspace(make_world: Callable[..., Any], short_record: Prepared) -> None:
    world = make_world(short_record, shared_by="Dropbox")
    notice = world.window.findChild(Notice)
    assert "records lies in Dropbox" in notice.said.text()
    notice.buttons["I see"].click()
    world.window.close_workspace()
    world.window.open_workspace(world.workspace)
    assert [each for each in world.desk.findChildren(Notice) if each.isVisible()] == []
