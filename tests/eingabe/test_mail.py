"""A mail is taken apart only where that takes little time; whatever else it is, it is refused and not tried."""

from __future__ import annotations

import pytest

from macros.eingabe.mail import Unlesbar, lies_mail

KOPF = b'Content-Type: multipart/mixed; boundary="x"\n\n'


def test_eine_gewoehnliche_mail_wird_gelesen() -> None:
    anhaenge = b"".join(b'--x\nContent-Disposition: attachment; filename="%d.xlsx"\n\nUEs\n' % n for n in range(40))
    mail = lies_mail(b"Subject: Antwort\nFrom: a\n" + KOPF + anhaenge + b"--x--\n-- \nGruss\n" + b"-" * 70)
    assert mail["Subject"] == "Antwort"
    assert [teil.get_filename() for teil in mail.iter_attachments()] == [f"{n}.xlsx" for n in range(40)]


@pytest.mark.parametrize(
    "roh",
    [
        KOPF + (b"--x\n" + KOPF) * 20_000,
        KOPF + b"--x\n\na\n" * 20_000,
        b"A: b\n" * 1_000_000,
        b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(5_000)),
        b"Content-Type: message/rfc822\n\n" * 4_000,
    ],
    ids=["teile in teilen", "teile", "kopfzeilen", "tief", "mails in mails"],
)
def test_eine_boese_mail_wird_abgelehnt(roh: bytes) -> None:
    with pytest.raises(Unlesbar):
        lies_mail(roh)
