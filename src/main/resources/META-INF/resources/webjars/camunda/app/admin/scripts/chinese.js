import '../../tasklist/scripts/constants.js';
import { useChinese } from '../../tasklist/scripts/locale.js';

// The page is delivered as English; screen readers choose the voice by this attribute.
document.documentElement.lang = 'zh-CN';

await useChinese('admin');
