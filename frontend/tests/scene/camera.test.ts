import { describe, expect, it } from 'vitest';
import { Camera, LEAST_ZOOM, MOST_ZOOM } from '../../src/scene/camera.ts';

function aCamera(): Camera {
  const camera = new Camera(768, 576);
  camera.resize(800, 600);
  return camera;
}

describe('the camera', () => {
  it('keeps what is under the cursor there when it zooms, in whole steps', () => {
    const camera = aCamera();
    const cursor = { x: 500, y: 250 };
    const before = camera.toWorld(cursor);
    camera.zoomBy(1, cursor);
    const after = camera.toWorld(cursor);
    expect(camera.zoom).toBe(3);
    expect(Math.hypot(after.x - before.x, after.y - before.y)).toBeLessThan(0.5);
  });

  it('stays between its least and its most', () => {
    const camera = aCamera();
    for (let n = 0; n < 20; n++) camera.zoomBy(1, { x: 0, y: 0 });
    expect(camera.zoom).toBe(MOST_ZOOM);
    for (let n = 0; n < 20; n++) camera.zoomBy(-1, { x: 0, y: 0 });
    expect(camera.zoom).toBe(LEAST_ZOOM);
  });

  it('does not leave the town, and centres a town that is smaller than the screen', () => {
    const camera = aCamera();
    camera.pan(5000, 5000);
    expect(camera.toWorld({ x: 0, y: 0 })).toEqual({ x: 0, y: 0 });
    camera.resize(4000, 3000);
    expect([camera.x, camera.y]).toEqual([384, 288]);
  });

  it('glides to whom it follows, and stops when it is moved by hand', () => {
    const camera = aCamera();
    camera.flyTo({ x: 250, y: 300 });
    for (let n = 0; n < 200; n++) camera.advance(16);
    expect([Math.round(camera.x), Math.round(camera.y)]).toEqual([250, 300]);
    camera.flyTo({ x: 500, y: 300 });
    camera.pan(10, 0);
    const { x } = camera;
    camera.advance(500);
    expect(camera.x).toBe(x);
  });

  it('aims above a panel that covers the lower part of the screen', () => {
    const camera = aCamera();
    camera.covered = 300;
    camera.flyTo({ x: 384, y: 250 });
    for (let n = 0; n < 200; n++) camera.advance(16);
    expect(camera.toScreen({ x: 384, y: 250 }).y).toBeCloseTo(150, -1);
  });

  it('goes at once where it is to go for those whom gliding makes dizzy', () => {
    const camera = new Camera(1000, 1000);
    camera.resize(200, 200);
    camera.calm = true;
    camera.flyTo({ x: 400, y: 420 });
    camera.advance(16);
    expect([camera.x, camera.y]).toEqual([400, 420]);
  });
});
