/** The picture over the door, drawn with the town's own art; without it the door still says all that it has to say. */
export function Cottage() {
  return (
    <div class="cottage" aria-hidden="true">
      <img src="/art/door.png" alt="" width={1440} height={560} />
    </div>
  );
}
