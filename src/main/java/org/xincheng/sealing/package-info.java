/** Personal data at rest: sealed with keys from the environment, and marked so that equal values can be found without being read. */
package org.xincheng.sealing;
