/** Letters as the parties receive them, and the copies sent by mail. A mailed copy informs; it is never service (送达). */
package org.xincheng.notice;
