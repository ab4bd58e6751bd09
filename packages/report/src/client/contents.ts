/** Open the section that the address names, and mark in the list of contents where the reader is. */
export function startContents(): void {
  addEventListener("hashchange", openAddressed);
  openAddressed();
  const links = new Map(
    [...document.querySelectorAll<HTMLAnchorElement>("nav a")].map((link) => [link.hash.slice(1), link] as const),
  );
  const seen = new Set<string>();
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries)
      if (isIntersecting) seen.add(target.id);
      else seen.delete(target.id);
    const first = [...links.keys()].find((id) => seen.has(id));
    for (const [id, link] of links)
      if (id === first) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
  });
  for (const section of document.querySelectorAll("main > section")) observer.observe(section);
}

/** Everything that is closed around or in the addressed element opens. */
function openAddressed(): void {
  const target = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  const own = target?.querySelector<HTMLDetailsElement>(":scope > details");
  for (
    let closed = own ?? target?.closest("details");
    closed != null;
    closed = closed.parentElement?.closest("details")
  )
    closed.open = true;
  if (target !== null) target.scrollIntoView();
}
