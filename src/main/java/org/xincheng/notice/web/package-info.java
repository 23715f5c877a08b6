/** Staff's pages of letters: a letter as issued, and the list of copies that were not mailed. */
package org.xincheng.notice.web;
