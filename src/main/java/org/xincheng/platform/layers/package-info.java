/** The layers that keep the closed doors closed: each says of itself whether it holds, and production starts with all of them only. */
package org.xincheng.platform.layers;
