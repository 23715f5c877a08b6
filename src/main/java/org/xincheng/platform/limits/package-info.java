/** Limits on how often one client may ask, whatever it asks for. */
package org.xincheng.platform.limits;
