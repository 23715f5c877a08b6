/** Records of dishonest acts (失信行为记录): their intake, how they are found, and how they are scored. */
package org.xincheng.credit.record;
