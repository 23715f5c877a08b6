/** What people do, in a real browser. Chromium comes from Debian; where there is none these tests are skipped with a line that says so. */
package org.xincheng.browser;
