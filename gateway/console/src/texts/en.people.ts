/** Sessions, in English. */
export default {
  'account.sessions': 'End sessions',
  'sessions.address': 'Address',
  'sessions.current': 'This one',
  'sessions.device': 'Browser',
  'sessions.end': 'End',
  'sessions.endOf': 'End the session of {device}',
  'sessions.endOthers': 'End all others',
  'sessions.ended': '{count} ended; those browsers are refused at their next call.',
  'sessions.hint': 'Your account is signed in in these browsers. End one you do not know at once, and change the password.',
  'sessions.lastUse': 'Last used',
  'sessions.list': 'Signed-in browsers',
  'sessions.none': 'The account is signed in nowhere.',
  'sessions.now': 'In use',
  'sessions.on': '{browser} ({system})',
  'sessions.signIn': 'Signed in',
  'sessions.unknown': 'Unknown browser',
} as const;
