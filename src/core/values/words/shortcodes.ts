/** Emoji by their short names, as GitHub and GitLab write them (`:white_check_mark:`); those that plans use as marks. */
const characters: Readonly<Record<string, string>> = {
  white_check_mark: '✅',
  heavy_check_mark: '✔',
  ballot_box_with_check: '☑',
  check_mark: '✔',
  x: '❌',
  heavy_multiplication_x: '✖',
  negative_squared_cross_mark: '❌',
  construction: '🚧',
  construction_worker: '👷',
  hammer: '🔨',
  building_construction: '🏗',
  arrows_counterclockwise: '🔄',
  hourglass: '⌛',
  hourglass_flowing_sand: '⏳',
  running: '🏃',
  runner: '🏃',
  arrow_forward: '▶',
  clipboard: '📋',
  soon: '🔜',
  white_large_square: '⬜',
  black_square_button: '🔲',
  no_entry: '⛔',
  no_entry_sign: '🚫',
  stop_sign: '🛑',
  octagonal_sign: '🛑',
  wastebasket: '🗑',
  warning: '⚠',
  red_circle: '🔴',
  orange_circle: '🟠',
  yellow_circle: '🟡',
  green_circle: '🟢',
  large_blue_circle: '🔵',
  blue_circle: '🔵',
  white_circle: '⚪',
  green_square: '🟩',
  yellow_square: '🟨',
  red_square: '🟥',
  rocket: '🚀',
  tada: '🎉',
  dart: '🎯',
  calendar: '📅',
  date: '📅',
  sparkles: '✨',
  bug: '🐛',
  fire: '🔥',
  bulb: '💡',
  star: '⭐',
  memo: '📝',
  lock: '🔒',
  zap: '⚡',
  art: '🎨',
  package: '📦',
  wrench: '🔧',
};

/** A short name where nothing before it makes the colon one of `12:30:45` or `a:x:b`. */
const shortcode = /(?<![\p{L}\p{N}:]):([a-z][a-z_]{0,40}):(?![\p{L}\p{N}])/gu;

/** The emoji that a text writes by name, with their places in it. */
export function* findShortcodes(text: string): Generator<{ start: number; end: number; text: string }> {
  for (const { 0: found, 1: name, index } of text.matchAll(shortcode)) {
    if (Object.hasOwn(characters, name!)) yield { start: index, end: index + found.length, text: characters[name!]! };
  }
}
