// An appointment as a calendar file (RFC 5545), with times as they are in the Netherlands.
//
// Absent: any word but those of the appointment itself, and an alarm: whoever looks along
// must not see more than somebody chose to keep.

const ZONE = "Europe/Amsterdam";

/** The rules of the European Union, in force since 1996. */
const RULES = [
  "BEGIN:VTIMEZONE", `TZID:${ZONE}`,
  "BEGIN:DAYLIGHT", "DTSTART:19960331T020000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
  "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "TZNAME:CEST", "END:DAYLIGHT",
  "BEGIN:STANDARD", "DTSTART:19961027T030000", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
  "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "TZNAME:CET", "END:STANDARD",
  "END:VTIMEZONE",
];

/** The file for an appointment: `starts` and `ends` as `2026-11-27T09:00`, `what`, `place`. */
export function calendar({ starts, ends, what, place }, now = new Date()) {
  const lines = [
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Wijkdeur//NL",
    ...RULES,
    "BEGIN:VEVENT",
    // The same appointment saved twice is one in the calendar.
    `UID:${local(starts)}-${sum([starts, ends, what, place].join("\n"))}@wijkdeur`,
    `DTSTAMP:${now.toISOString().replace(/[-:]|\.\d+/g, "")}`,
    `DTSTART;TZID=${ZONE}:${local(starts)}`,
    `DTEND;TZID=${ZONE}:${local(ends)}`,
    `SUMMARY:${escaped(what)}`,
    ...(place ? [`LOCATION:${escaped(place)}`] : []),
    // In a calendar that a family shares, others see only that somebody is busy.
    "CLASS:PRIVATE",
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

const local = (time) => `${time.replace(/[-:]/g, "")}00`;

const escaped = (text) =>
  text.replace(/\r\n?/g, "\n").replace(/[^\P{Cc}\n\t]/gu, "").replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");

/** A line of at most 75 bytes, going on after a space; never within a character. */
function folded(line) {
  let [text, room] = ["", 75];
  for (const sign of line) {
    const size = new TextEncoder().encode(sign).length;
    if (size > room) [text, room] = [`${text}\r\n `, 74];
    text += sign;
    room -= size;
  }
  return text;
}

/** A number for a text (FNV-1a). */
function sum(text) {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16);
}
