/** How records come in and answers go out: the interfaces for other departments, import files, and the pages for both. */
package org.xincheng.exchange;
