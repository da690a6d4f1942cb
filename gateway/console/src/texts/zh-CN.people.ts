/** Sessions, in Chinese. */
export default {
  'account.sessions': '结束登录',
  'sessions.address': '地址',
  'sessions.current': '本次登录',
  'sessions.device': '浏览器',
  'sessions.end': '结束',
  'sessions.endOf': '结束登录：{device}',
  'sessions.endOthers': '结束其他全部登录',
  'sessions.ended': '已结束 {count} 个登录；这些浏览器的下一次操作即被拒绝。',
  'sessions.hint': '您的账号在这些浏览器上已登录。有不认识的，立即结束它并修改密码。',
  'sessions.lastUse': '最近使用',
  'sessions.list': '登录的浏览器',
  'sessions.none': '该账号目前没有登录。',
  'sessions.now': '正在使用',
  'sessions.on': '{browser}（{system}）',
  'sessions.signIn': '登录时间',
  'sessions.unknown': '未知浏览器',
} as const;
