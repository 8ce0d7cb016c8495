import { tableOf } from '../../util/collections/tableOf';

/**
 * Commands for journals that NASA's Astrophysics Data System writes into `journal` (adsabs.harvard.edu, "ADS BibTeX macros"; aas_macros.sty
 * of the American Astronomical Society), in full.
 */
const journals: Readonly<Record<string, string>> = tableOf({
  aj: 'Astronomical Journal',
  actaa: 'Acta Astronomica',
  araa: 'Annual Review of Astronomy and Astrophysics',
  apj: 'Astrophysical Journal',
  apjl: 'Astrophysical Journal Letters',
  apjlett: 'Astrophysical Journal Letters',
  apjs: 'Astrophysical Journal Supplement Series',
  apjsupp: 'Astrophysical Journal Supplement Series',
  ao: 'Applied Optics',
  applopt: 'Applied Optics',
  apss: 'Astrophysics and Space Science',
  aap: 'Astronomy and Astrophysics',
  astap: 'Astronomy and Astrophysics',
  aapr: 'Astronomy and Astrophysics Reviews',
  aaps: 'Astronomy and Astrophysics Supplement Series',
  azh: 'Astronomicheskii Zhurnal',
  baas: 'Bulletin of the American Astronomical Society',
  bac: 'Bulletin of the Astronomical Institutes of Czechoslovakia',
  bain: 'Bulletin of the Astronomical Institutes of the Netherlands',
  caa: 'Chinese Astronomy and Astrophysics',
  cjaa: 'Chinese Journal of Astronomy and Astrophysics',
  fcp: 'Fundamentals of Cosmic Physics',
  gca: 'Geochimica et Cosmochimica Acta',
  grl: 'Geophysical Research Letters',
  iaucirc: 'IAU Circulars',
  icarus: 'Icarus',
  jcap: 'Journal of Cosmology and Astroparticle Physics',
  jcp: 'Journal of Chemical Physics',
  jgr: 'Journal of Geophysical Research',
  jqsrt: 'Journal of Quantitative Spectroscopy and Radiative Transfer',
  jrasc: 'Journal of the Royal Astronomical Society of Canada',
  maps: 'Meteoritics and Planetary Science',
  memras: 'Memoirs of the Royal Astronomical Society',
  memsai: 'Memorie della Società Astronomica Italiana',
  mnras: 'Monthly Notices of the Royal Astronomical Society',
  na: 'New Astronomy',
  nar: 'New Astronomy Reviews',
  nat: 'Nature',
  nphysa: 'Nuclear Physics A',
  pasa: 'Publications of the Astronomical Society of Australia',
  pasj: 'Publications of the Astronomical Society of Japan',
  pasp: 'Publications of the Astronomical Society of the Pacific',
  physrep: 'Physics Reports',
  physscr: 'Physica Scripta',
  planss: 'Planetary and Space Science',
  pra: 'Physical Review A',
  prb: 'Physical Review B',
  prc: 'Physical Review C',
  prd: 'Physical Review D',
  pre: 'Physical Review E',
  prl: 'Physical Review Letters',
  procspie: 'Proceedings of SPIE',
  psj: 'Planetary Science Journal',
  qjras: 'Quarterly Journal of the Royal Astronomical Society',
  rmxaa: 'Revista Mexicana de Astronomía y Astrofísica',
  skytel: 'Sky and Telescope',
  solphys: 'Solar Physics',
  sovast: 'Soviet Astronomy',
  ssr: 'Space Science Reviews',
  zap: 'Zeitschrift für Astrophysik',
  aplett: 'Astrophysics Letters',
  apspr: 'Astrophysics Space Physics Research',
});

/** The name of a journal where the whole value is such a command: `\aap`. */
export function withoutJournalMacro(value: string): string {
  if (!value.includes('\\')) return value;
  const macro = /^\s*\{?\s*\\([A-Za-z]+)\s*\}?\s*$/.exec(value)?.[1];
  return (macro && journals[macro]) || value;
}
