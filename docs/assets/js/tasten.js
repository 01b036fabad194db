// The theme listens for single keys (s, f, n, p …), which people who speak to their computer set off by
// accident (WCAG 2.1.4). Keys without Ctrl, Alt or Meta stay with the element that has the focus.
addEventListener(
  "keydown",
  (event) => {
    const tippt = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
    if (/^[fspn,./]$/.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey && !tippt)
      event.stopPropagation();
  },
  true,
);
