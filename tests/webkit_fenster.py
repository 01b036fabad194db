#!/usr/bin/python3
"""A WebKitGTK window of exactly the wanted size, driven by WebKitWebDriver; with an address and a file, prints to PDF.

Runs in the system's Python, which has Debian's bindings. MiniBrowser's own tool bar keeps a page at 447 pixels or more.
"""

from __future__ import annotations

import os
import sys

import gi  # type: ignore[import-not-found, unused-ignore]

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2  # type: ignore[import-not-found, unused-ignore] # noqa: E402


def warte_auf_befehle() -> None:
    """Opens a window whenever the driver asks for one, in an empty profile."""
    umgebung = WebKit2.WebContext.new_ephemeral()
    umgebung.set_automation_allowed(True)
    Gtk.Settings.get_default().set_property("gtk-enable-animations", False)

    def neues_blatt(*_: object) -> object:
        fenster = Gtk.Window(decorated=False)
        blatt = WebKit2.WebView(web_context=umgebung, is_controlled_by_automation=True)
        blatt.get_settings().set_property("enable-webgl", False)
        fenster.add(blatt)
        fenster.set_default_size(int(os.environ["BREITE"]), 844)
        fenster.show_all()
        return blatt

    def begonnen(_: object, sitzung: WebKit2.AutomationSession) -> None:
        info = WebKit2.ApplicationInfo.new()
        info.set_name("MiniBrowser")
        sitzung.set_application_info(info)
        sitzung.connect("create-web-view", neues_blatt)

    umgebung.connect("automation-started", begonnen)


def drucke(adresse: str, datei: str) -> None:
    """Prints a page to PDF, as a person would."""
    fenster, blatt = Gtk.Window(), WebKit2.WebView()
    fenster.add(blatt)
    fenster.set_default_size(1280, 860)
    fenster.show_all()

    def los() -> bool:
        auftrag, wahl, papier = WebKit2.PrintOperation.new(blatt), Gtk.PrintSettings(), Gtk.PageSetup()
        wahl.set_printer("Print to File")
        wahl.set("output-uri", f"file://{datei}")
        wahl.set("output-file-format", "pdf")
        papier.set_paper_size(Gtk.PaperSize.new("iso_a4"))
        auftrag.set_print_settings(wahl)
        auftrag.set_page_setup(papier)
        auftrag.connect("finished", lambda *_: Gtk.main_quit())
        auftrag.connect("failed", lambda *_: Gtk.main_quit())
        auftrag.print_()
        return False

    def geladen(_: object, wann: WebKit2.LoadEvent) -> None:
        if wann == WebKit2.LoadEvent.FINISHED:
            GLib.timeout_add(1500, los)

    blatt.connect("load-changed", geladen)
    blatt.load_uri(adresse)
    GLib.timeout_add_seconds(150, Gtk.main_quit)


if sys.argv[1:2] == ["drucke"]:
    drucke(*sys.argv[2:4])
else:
    warte_auf_befehle()
Gtk.main()
