/** The nonce the gateway gave this page; styles without it are refused. */
export const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

// The components' library passes its nonce on for its themes, but not where it measures scroll bars and locks scrolling.
const create = document.createElement.bind(document);
document.createElement = ((name: string, options?: ElementCreationOptions) => {
  const element = create(name, options);
  if (name === 'style') element.nonce = nonce;
  return element;
}) as typeof document.createElement;
