/** Which of Pixi's renderers fits this machine. */

export type RendererKind = 'webgl' | 'canvas';

const SOFTWARE = /swiftshader|llvmpipe|software|basic render/i;

/** `asked` is what `?r=` says, if it says anything. */
export function chooseRenderer(asked: string | null): RendererKind {
  if (asked === 'webgl' || asked === 'canvas') return asked;
  const gl = document.createElement('canvas').getContext('webgl');
  if (gl === null) return 'canvas';
  const details = gl.getExtension('WEBGL_debug_renderer_info');
  const name: unknown = details === null ? '' : gl.getParameter(details.UNMASKED_RENDERER_WEBGL);
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  // WebGL in software draws a few frames a second where Canvas draws sixty.
  return SOFTWARE.test(String(name)) ? 'canvas' : 'webgl';
}
