/** What must hold before the application starts, and what it says when that is not so. */
package org.xincheng.platform.start;
