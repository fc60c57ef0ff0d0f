// SPDX-License-Identifier: MPL-2.0
// The same question asked of DuckDB, in its fastest form that we found: sessions summed by pupil and code before the
// joins. usage: node duckdb_marks.mjs FOLDER THREADS  (codes.csv beside exports/)
import { DuckDBInstance } from '@duckdb/node-api';

const [folder, threads] = process.argv.slice(2);
const connection = await (await DuckDBInstance.create(':memory:', { threads })).connect();
await connection.run('set preserve_insertion_order=false');
const result = await connection.runAndReadAll(`
  select p.School, p.YearGroup, sum(m.n * k.Attending), sum(m.n * k.Possible)
  from (select UPN, Code, count(*) n from read_csv('${folder}/exports/marks.csv', header=true,
          columns={'UPN':'VARCHAR','Date':'VARCHAR','Session':'VARCHAR','Code':'VARCHAR'}) group by all) m
  join read_csv('${folder}/exports/pupils.csv', header=true, all_varchar=true) p using (UPN)
  join read_csv('${folder}/codes.csv', header=true, types={'Code':'VARCHAR'}) k using (Code)
  group by 1, 2`);
for (const row of result.getRows()) console.log(row.join(','));
