/** The texts of the shipped rulebooks by identifier. `init` loads them by itself where it is handed none. */
declare const rulebooks: Readonly<Record<string, string>>;
export default rulebooks;
