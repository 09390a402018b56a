// A cookie says on which day there last was a diary in this browser: a day, nothing else. When it is there and the
// diary is gone, the browser has deleted it, and we can say so. It is a cookie because browsers that delete a site's
// storage keep cookies which a server has set (WebKit: Tracking Prevention, Storage Policy; looked up 2026-11-27), so
// the server is asked to set it again as it is. This is the only module that touches cookies.

const NAME = "wervel_kept";
const YEAR = 31_536_000; // seconds

const write = (value, age) => {
  const safely = location.protocol.startsWith("https") ? "; secure" : "";
  document.cookie = `${NAME}=${value}; path=/; max-age=${age}; samesite=lax${safely}`;
};

/** The day (YYYY-MM-DD) on which a diary was last seen here, or null. */
export const lastSeen = () => document.cookie.match(/(?:^|; )wervel_kept=(\d{4}-\d{2}-\d{2})(?:;|$)/)?.[1] ?? null;

/** Note that there is a diary here on this day. */
export function seen(day) {
  if (lastSeen() === day) return;
  write(day, YEAR);
  const url = "/kept";
  fetch(url).catch(() => {}); // without a connection the browser's own copy of the cookie has to do
}

/** Take the note away. */
export const unsee = () => write("", 0);
