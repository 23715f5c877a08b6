/** What hostile staff and hostile models try, over HTTP and by the engine's API; each attempt stays here as a test. */
package org.xincheng.platform.attack;
