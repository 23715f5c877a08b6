/** Redaction instead of deletion: whose data is kept no longer, who proposes, who approves, and what was replaced. */
package org.xincheng.credit.privacy.redaction;
