/** Menus that open over the page; other details stay as they were left. */
const OPEN = "details.menu[open], details.column-menu[open]";

/** Closes an open menu and gives the focus back to what opened it; false if none is open. */
export function closeMenu(): boolean {
  const menu = document.querySelector<HTMLDetailsElement>(OPEN);
  if (!menu) return false;
  if (menu.contains(document.activeElement)) menu.querySelector("summary")?.focus();
  menu.open = false;
  return true;
}

/** A press or the focus somewhere else closes a menu as well. */
export function watchMenus(): void {
  const leave = ({ target }: Event) => {
    for (const menu of document.querySelectorAll<HTMLDetailsElement>(OPEN))
      if (!menu.contains(target as Node)) menu.open = false;
  };
  document.addEventListener("pointerdown", leave, true); // the map keeps some presses to itself
  document.addEventListener("focusin", leave);
}
