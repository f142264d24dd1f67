// Hatching and dots. A period divides the side of a tile, so that a pattern runs on from tile to tile.

const PERIOD = 8;
const made = new Map();

/** A pattern of a kind (hatch, back, grid, dots) in a colour, drawn for a screen of so many pixels per CSS pixel. */
export function pattern(ctx, kind, colour, dpr) {
  const key = `${kind} ${colour} ${dpr}`;
  if (!made.has(key)) made.set(key, ctx.createPattern(swatch(kind, colour, dpr), 'repeat'));
  return made.get(key);
}

function swatch(kind, colour, dpr) {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = PERIOD * dpr;
  const ctx = canvas.getContext('2d');
  ctx.scale(dpr, dpr);
  ctx.strokeStyle = ctx.fillStyle = colour;
  DRAW[kind](ctx);
  return canvas;
}

const DRAW = {
  hatch(ctx) {
    ctx.lineWidth = 1.3;
    ctx.beginPath();
    for (const shift of [-PERIOD, 0, PERIOD]) {
      ctx.moveTo(shift - 2, PERIOD + 2);
      ctx.lineTo(shift + PERIOD + 2, -2);
    }
    ctx.stroke();
  },
  // Leans the other way, so that it cannot be taken for the hatch of what is unseen.
  back(ctx) {
    ctx.lineWidth = 2;
    ctx.beginPath();
    for (const shift of [-PERIOD, 0, PERIOD]) {
      ctx.moveTo(shift - 2, -2);
      ctx.lineTo(shift + PERIOD + 2, PERIOD + 2);
    }
    ctx.stroke();
  },
  grid(ctx) {
    ctx.lineWidth = 1.1;
    ctx.strokeRect(0, 0, PERIOD, PERIOD);
  },
  dots(ctx) {
    for (const [x, y] of [[2, 2], [6, 6]]) {
      ctx.beginPath();
      ctx.arc(x, y, 1.1, 0, 7);
      ctx.fill();
    }
  },
};
