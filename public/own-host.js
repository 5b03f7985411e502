// @ts-check
// Narrows the policy of embed.html from any host to the one that the page came from (.scripts/policy.mjs tells why). A plain script at the top of
// the head: nothing of the page has run or asked for anything before it.
(() => {
  const broad = /** @type {HTMLMetaElement | null} */ (document.querySelector('meta[http-equiv="Content-Security-Policy"]'));
  // Vite's development server has none.
  if (!broad) return;
  const narrow = document.createElement('meta');
  narrow.httpEquiv = broad.httpEquiv;
  // That of the address, also where the frame's own is "null"; but a policy cannot name an IPv6 address.
  const own = location.hostname.startsWith('[') ? "'self'" : location.origin;
  narrow.content = broad.content.replaceAll('http: https:', own);
  // Where there are two both must allow.
  document.head.append(narrow);
})();
