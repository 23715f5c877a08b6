/** Letters: numbered, hashed, kept unchanged. What they look like is the notice module's. */
package org.xincheng.credit.letter;
