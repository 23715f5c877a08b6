/** The register of experts from which panels are drawn by lot (CITYX (二)2 「从数据库随机抽取专家」). */
package org.xincheng.credit.expert;
