/** Marks the section that is being read in the list of contents, and folds that list away when a link of it is followed. */
export function followContents(): void {
  const contents = document.querySelector<HTMLElement>('#contents');
  if (!contents) return;
  const links = new Map([...contents.querySelectorAll('a')].map((link) => [decodeURIComponent(link.hash.slice(1)), link]));
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const link = links.get(target.id);
        if (isIntersecting) link?.setAttribute('aria-current', 'location');
        else link?.removeAttribute('aria-current');
      }
    },
    // A line one quarter down the window: just one section crosses it.
    { rootMargin: '-25% 0px -75% 0px' },
  );
  for (const section of document.querySelectorAll('main > section')) observer.observe(section);
  contents.addEventListener('click', (event) => {
    if ((event.target as Element).closest('a') && contents.matches(':popover-open')) contents.hidePopover();
  });
}
