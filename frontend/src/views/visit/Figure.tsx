/** A visitor's figure, as it stands on the map. Beside its name or number it says nothing new. */
import { useDesk } from '../town/desk.ts';

export function Figure({ looks, scale }: { looks: number; scale: number }) {
  const cut = useDesk().map.value?.cutout(`ch_visitor_${looks}_down_0`) ?? null;
  if (cut === null) return <span class="figure" />;
  const px = (length: number) => `${length * scale}px`;
  const style = {
    width: px(cut.width),
    height: px(cut.height),
    backgroundImage: `url("${cut.url}")`,
    backgroundSize: `${px(cut.sheet.width)} ${px(cut.sheet.height)}`,
    backgroundPosition: `${px(-cut.x)} ${px(-cut.y)}`,
  };
  return <span class="figure" style={style} aria-hidden="true" />;
}
