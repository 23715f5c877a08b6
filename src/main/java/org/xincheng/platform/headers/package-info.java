/** What every answer tells the browser it may not do: content policy, referrers, framing, features. */
package org.xincheng.platform.headers;
