// In place of what no chart here needs: maps, colour schemes of others, files from elsewhere.
const nichts = () => undefined;
const FARBEN = ["Accent", "Category10", "Dark2", "Observable10", "Paired", "Pastel1", "Pastel2", "Set1", "Set2", "Set3"];

module.exports = { read: (zeilen) => zeilen, loader: () => ({ load: nichts, sanitize: nichts }), format: nichts, formats: nichts };
for (const name of FARBEN) module.exports[`scheme${name}`] = [];
