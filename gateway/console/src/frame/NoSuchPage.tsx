import { Link } from 'react-router';
import { t } from '~/texts/texts';

export default function NoSuchPage() {
  return <p className="empty">{t('shell.noSuchPage')} <Link to="/desk">{t('nav.desk')}</Link></p>;
}
