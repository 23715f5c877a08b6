/** The list of letters whose service is not proven or whose copy has not gone out, {@code /letters/unserved}. */
package org.xincheng.supervision.letter;
