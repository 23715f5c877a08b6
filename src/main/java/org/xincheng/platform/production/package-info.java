/** What must hold outside the demo and the tests, and refuses the start when it does not. */
package org.xincheng.platform.production;
