/** What a hostile client, a hostile file and a hostile account send, generated from grammars and replayed by seed. */
package org.xincheng.hostile;
