// The token by which the daemon knows this browser: it arrives in the address, behind the #, and is kept here.

const KEY = "hearth.token";

/**
 * What a token may be made of, as the daemon has it: the stream carries it as the name of a subprotocol, where "/" and
 * "=" may not stand (RFC 7230, token). Whatever else stands in the address is not sent anywhere.
 */
const SHAPE = /^[A-Za-z0-9._~-]{8,256}$/;

export function isToken(text: string): boolean {
  return SHAPE.test(text);
}

/** The token in "#token=…", and the rest of the fragment without it. */
export function tokenIn(hash: string): { token: string | null; rest: string } {
  const kept: string[] = [];
  let token: string | null = null;
  for (const part of hash.replace(/^#/, "").split("&")) {
    if (part.startsWith("token=")) {
      try {
        const text = decodeURIComponent(part.slice("token=".length));
        if (isToken(text)) token = text;
      } catch {
        // A broken escape is no token.
      }
    } else if (part !== "") {
      kept.push(part);
    }
  }
  return { token, rest: kept.length > 0 ? `#${kept.join("&")}` : "" };
}

/** Takes a token from the address bar, where it would end up in histories and pictures, and gives the one to use. */
export function takeToken(location: Location, history: History, storage: Storage): string | null {
  const { token, rest } = tokenIn(location.hash);
  if (location.hash.includes("token=")) history.replaceState(null, "", location.pathname + location.search + rest);
  if (token !== null) keepToken(token, storage);
  return token ?? keptToken(storage);
}

export function keptToken(storage: Storage): string | null {
  try {
    const kept = storage.getItem(KEY);
    return kept !== null && isToken(kept) ? kept : null;
  } catch {
    return null; // a browser that keeps nothing: the form asks at each visit
  }
}

export function keepToken(token: string, storage: Storage): void {
  try {
    storage.setItem(KEY, token);
  } catch {
    // See keptToken.
  }
}

export function forgetToken(storage: Storage): void {
  try {
    storage.removeItem(KEY);
  } catch {
    // See keptToken.
  }
}
