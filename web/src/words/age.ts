// How long ago, and how long still: times as people say them.

/** "now", "12 s", "4 min", "3 h", "2 days": how old something of `ms` milliseconds is. Negative counts as now. */
export function age(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  if (seconds < 5) return "now";
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return `${hours} h`;
  return `${Math.floor(hours / 24)} days`;
}

/** "just now", "4 min ago". */
export function ago(ms: number): string {
  const text = age(ms);
  return text === "now" ? "just now" : `${text} ago`;
}

/** "4:05", "1:02:09": what is left of a timer, rounded up so that it ends at its end. Past is "0:00". */
export function countdown(ms: number): string {
  const total = Math.max(0, Math.ceil(ms / 1000));
  const hours = Math.floor(total / 3600);
  const minutes = Math.floor((total % 3600) / 60);
  const seconds = String(total % 60).padStart(2, "0");
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${seconds}` : `${minutes}:${seconds}`;
}

/** The hour and minute of `at` where the browser is; with the day in front when that is not `now`'s. */
export function clockTime(at: number, now: number): string {
  const when = new Date(at);
  const time = when.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  if (when.toDateString() === new Date(now).toDateString()) return time;
  return `${when.toLocaleDateString("en-GB", { weekday: "short", day: "numeric", month: "short" })}, ${time}`;
}
