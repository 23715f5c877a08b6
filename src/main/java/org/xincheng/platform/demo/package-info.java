/** The demo: sample accounts, a mail server that delivers nowhere, and what the console says when all is ready. */
package org.xincheng.platform.demo;
