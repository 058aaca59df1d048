import { ACCOUNT } from './i18n-account.js';
import { FAULTS } from './i18n-faults.js';

const TEXTS = {
  'pt-BR': {
    record: 'Gravar áudio', recording: 'Gravando', discard: 'Descartar', enlarge: 'Ampliar', play: 'Ouvir', position: 'Posição', voiceNote: 'Mensagem de voz', notShown: 'Não pode ser mostrado', caption: 'Legenda',
    photoOrVideo: 'Foto ou vídeo', fromAd: 'Veio de anúncio', order: 'Pedido', poll: 'Enquete', files: '{0} arquivos', fileSize: 'Um arquivo tem de 1 byte a 100 MB.', dropHere: 'Solte para enviar',
    latitude: 'Latitude', longitude: 'Longitude', placeName: 'Nome do lugar', elsewhere: 'Outro lugar', another: 'Outro contato', cardName: 'Nome', cardPhone: 'Telefone',
    adText: 'Vi o anúncio do split. Ainda vale?', adHeadline: 'Split 12.000 BTUs com instalação', adBody: 'Só esta semana', orderText: 'Quero estes', advertisement: 'Anúncio',
    forwarded: 'Encaminhada', deleted: 'Mensagem apagada', edited: 'editada', edit: 'Editar', erase: 'Apagar para todos', forward: 'Encaminhar à empresa', editing: 'Editando',
    call: 'Ligar', call_missed: 'Chamada perdida', call_declined: 'Chamada recusada', call_completed: 'Chamada de voz', hint_missed: 'Ninguém atende', hint_declined: 'A empresa recusa', hint_completed: 'Conversam um minuto',
    lines: 'Linhas da empresa', line: 'Escolher a linha', system: 'Aviso do WhatsApp', user_changed_number: 'Você mudou de número', user_changed_user_id: 'Sua identificação no WhatsApp mudou', status_played: 'ouvida', noRecorder: 'Este navegador não grava. Escolha um arquivo de áudio.', noMicrophone: 'Sem acesso ao microfone. Escolha um arquivo de áudio.', nothingRecorded: 'Nada foi gravado.',
    no_file: 'Um arquivo tem de 1 byte a 100 MB.', no_line: 'Esta linha não existe.',
    skip: 'Ir para a conversa', tagline: 'Faça o papel do cliente', phones: 'Celulares', phone: 'Celular do cliente',
    addPhone: 'Novo', add: 'Adicionar', name: 'Nome no perfil', number: 'Número com código do país',
    habits: 'Este cliente', receipts: 'Confirma leitura', receiptsHint: 'A empresa vê quando ele leu',
    hide: 'Usa nome de usuário', hideHint: 'A empresa não recebe o número', menu: 'Painéis do sandbox',
    verified: 'Conta comercial', chat: 'Conversa', toEnd: 'Ir para a última mensagem', starters: 'Sugestões',
    cancel: 'Cancelar', more: 'Anexar', write: 'Mensagem', send: 'Enviar', controls: 'Controles', clock: 'Relógio da empresa',
    oneDay: '+1 dia', howFar: 'Quanto avançar', unit: 'Unidade', minutes: 'minutos', hours: 'horas', days: 'dias',
    advance: 'Avançar', faults: 'Falhas da Meta', clear: 'Desligar tudo', nextSend: 'No próximo envio da empresa',
    arm: 'Armar', team: 'Equipe', password: 'Senha', copy: 'Copiar senha', copied: 'Senha copiada',
    language: 'Idioma', local: 'Tudo fica nesta máquina', close: 'Fechar', back: 'Voltar à conversa',
    online: 'conta comercial', typing: 'digitando…', you: 'Você', today: 'Hoje', yesterday: 'Ontem',
    intro: 'Celular de teste: nada daqui sai desta máquina. Escreva como cliente; quem responde é o Novelo.',
    notDelivered: 'Não chegou ao cliente', repliesTo: 'Responder', react: 'Reagir ou responder',
    location: 'Localização', contact: 'Contato', sendLocation: 'Enviar localização', sendContact: 'Enviar contato',
    sendSticker: 'Enviar figurinha', sticker: 'Figurinha', image: 'Foto', video: 'Vídeo', audio: 'Áudio', document: 'Documento',
    template: 'Modelo', copyCode: 'Copiar código', copiedWords: 'Copiado: {0}', unsupported: 'Mensagem de outro tipo', choose: 'Escolher', moved: 'Relógio avançado',
    ahead: 'adiantado {0}', status_waiting: 'enviando', status_sent: 'enviada', status_delivered: 'entregue', status_read: 'lida',
    unread: '{0} não lidas', noMessages: 'Sem mensagens', offline: 'Sem contato com o servidor. Tentando de novo…', next: 'próximo envio',
    no_number: 'Um número tem de 6 a 15 dígitos, com o código do país.', no_name: 'Um nome tem de 1 a 60 caracteres.', no_advance: 'O relógio só anda para a frente, no máximo 400 dias.',
    no_server: 'O servidor não responde.', no_other: 'O servidor recusou ({0}).', select: 'Selecionada; copie com Ctrl+C',
    s1: 'Oi!', s2: 'Minha geladeira parou de gelar', s3: 'Quanto custa um split 12.000 BTUs?', s4: 'Preciso da segunda via do boleto', s5: 'Quero cancelar meu contrato',
    g_support: 'suporte', g_sales: 'vendas', g_triage: 'triagem', g_billing: 'financeiro', g_retention: 'retenção', g_managers: 'gestão', g_designers: 'processos', g_analysts: 'análise', g_privacy: 'privacidade',
  },
  en: {
    record: 'Record a voice note', recording: 'Recording', discard: 'Discard', enlarge: 'Enlarge', play: 'Play', position: 'Position', voiceNote: 'Voice note', notShown: 'Cannot be shown', caption: 'Caption',
    photoOrVideo: 'Photo or video', fromAd: 'From an ad', order: 'Order', poll: 'Poll', files: '{0} files', fileSize: 'A file has 1 byte to 100 MB.', dropHere: 'Drop to send',
    latitude: 'Latitude', longitude: 'Longitude', placeName: 'Name of the place', elsewhere: 'Elsewhere', another: 'Another contact', cardName: 'Name', cardPhone: 'Phone',
    adText: 'I saw the ad for the split. Is it still on?', adHeadline: '12,000 BTU split, fitted', adBody: 'This week only', orderText: 'I want these', advertisement: 'Advertisement',
    forwarded: 'Forwarded', deleted: 'Message deleted', edited: 'edited', edit: 'Edit', erase: 'Delete for everyone', forward: 'Forward to the company', editing: 'Editing',
    call: 'Call', call_missed: 'Missed call', call_declined: 'Declined call', call_completed: 'Voice call', hint_missed: 'Nobody answers', hint_declined: 'The company declines', hint_completed: 'They talk for a minute',
    lines: "The company's lines", line: 'Choose the line', system: 'Notice of WhatsApp', user_changed_number: 'You changed your number', user_changed_user_id: 'Your WhatsApp id changed', status_played: 'played', noRecorder: 'This browser cannot record. Choose an audio file.', noMicrophone: 'No access to the microphone. Choose an audio file.', nothingRecorded: 'Nothing was recorded.',
    no_file: 'A file has 1 byte to 100 MB.', no_line: 'There is no such line.',
    skip: 'Skip to the chat', tagline: 'Play the customer', phones: 'Phones', phone: "Customer's phone",
    addPhone: 'New', add: 'Add', name: 'Profile name', number: 'Number with country code',
    habits: 'This customer', receipts: 'Read receipts', receiptsHint: 'The company sees when it was read',
    hide: 'Has a user name', hideHint: 'The company does not get the number', menu: 'Sandbox panels',
    verified: 'Business account', chat: 'Chat', toEnd: 'Go to the last message', starters: 'Suggestions',
    cancel: 'Cancel', more: 'Attach', write: 'Message', send: 'Send', controls: 'Controls', clock: "Company's clock",
    oneDay: '+1 day', howFar: 'How far to advance', unit: 'Unit', minutes: 'minutes', hours: 'hours', days: 'days',
    advance: 'Advance', faults: "Meta's faults", clear: 'Switch all off', nextSend: "On the company's next send",
    arm: 'Arm', team: 'Team', password: 'Password', copy: 'Copy password', copied: 'Password copied',
    language: 'Language', local: 'Nothing leaves this machine', close: 'Close', back: 'Back to the chat',
    online: 'business account', typing: 'typing…', you: 'You', today: 'Today', yesterday: 'Yesterday',
    intro: 'A phone for trying things out: nothing leaves this machine. Write as the customer; Novelo answers.',
    notDelivered: 'Did not reach the customer', repliesTo: 'Reply', react: 'React or reply',
    location: 'Location', contact: 'Contact', sendLocation: 'Send location', sendContact: 'Send contact',
    sendSticker: 'Send sticker', sticker: 'Sticker', image: 'Photo', video: 'Video', audio: 'Audio', document: 'Document',
    template: 'Template', copyCode: 'Copy code', copiedWords: 'Copied: {0}', unsupported: 'Message of another type', choose: 'Choose', moved: 'Clock advanced',
    ahead: '{0} ahead', status_waiting: 'sending', status_sent: 'sent', status_delivered: 'delivered', status_read: 'read',
    unread: '{0} unread', noMessages: 'No messages', offline: 'The server does not answer. Trying again…', next: 'next send',
    no_number: 'A number has 6 to 15 digits, with the country code.', no_name: 'A name has 1 to 60 characters.', no_advance: 'The clock moves forwards only, by 400 days at most.',
    no_server: 'The server does not answer.', no_other: 'The server refused ({0}).', select: 'Selected; copy with Ctrl+C',
    s1: 'Hi!', s2: 'My fridge stopped cooling', s3: 'How much is a 12,000 BTU split?', s4: 'I need a copy of my invoice', s5: 'I want to cancel my contract',
    g_support: 'support', g_sales: 'sales', g_triage: 'triage', g_billing: 'billing', g_retention: 'retention', g_managers: 'managers', g_designers: 'designers', g_analysts: 'analysts', g_privacy: 'privacy',
  },
  es: {
    record: 'Grabar nota de voz', recording: 'Grabando', discard: 'Descartar', enlarge: 'Ampliar', play: 'Escuchar', position: 'Posición', voiceNote: 'Nota de voz', notShown: 'No se puede mostrar', caption: 'Pie de foto',
    photoOrVideo: 'Foto o vídeo', fromAd: 'Desde un anuncio', order: 'Pedido', poll: 'Encuesta', files: '{0} archivos', fileSize: 'Un archivo tiene de 1 byte a 100 MB.', dropHere: 'Suelte para enviar',
    latitude: 'Latitud', longitude: 'Longitud', placeName: 'Nombre del lugar', elsewhere: 'Otro lugar', another: 'Otro contacto', cardName: 'Nombre', cardPhone: 'Teléfono',
    adText: 'Vi el anuncio del split. ¿Sigue en pie?', adHeadline: 'Split 12.000 BTU con instalación', adBody: 'Solo esta semana', orderText: 'Quiero estos', advertisement: 'Anuncio',
    forwarded: 'Reenviado', deleted: 'Mensaje eliminado', edited: 'editado', edit: 'Editar', erase: 'Eliminar para todos', forward: 'Reenviar a la empresa', editing: 'Editando',
    call: 'Llamar', call_missed: 'Llamada perdida', call_declined: 'Llamada rechazada', call_completed: 'Llamada de voz', hint_missed: 'Nadie contesta', hint_declined: 'La empresa rechaza', hint_completed: 'Hablan un minuto',
    lines: 'Líneas de la empresa', line: 'Elegir la línea', system: 'Aviso de WhatsApp', user_changed_number: 'Cambió de número', user_changed_user_id: 'Su identificación de WhatsApp cambió', status_played: 'escuchado', noRecorder: 'Este navegador no graba. Elija un archivo de audio.', noMicrophone: 'Sin acceso al micrófono. Elija un archivo de audio.', nothingRecorded: 'No se grabó nada.',
    no_file: 'Un archivo tiene de 1 byte a 100 MB.', no_line: 'Esta línea no existe.',
    skip: 'Ir a la conversación', tagline: 'Haga de cliente', phones: 'Móviles', phone: 'Móvil del cliente',
    addPhone: 'Nuevo', add: 'Añadir', name: 'Nombre del perfil', number: 'Número con código de país',
    habits: 'Este cliente', receipts: 'Confirma la lectura', receiptsHint: 'La empresa ve cuándo leyó',
    hide: 'Usa nombre de usuario', hideHint: 'La empresa no recibe el número', menu: 'Paneles del sandbox',
    verified: 'Cuenta de empresa', chat: 'Conversación', toEnd: 'Ir al último mensaje', starters: 'Sugerencias',
    cancel: 'Cancelar', more: 'Adjuntar', write: 'Mensaje', send: 'Enviar', controls: 'Controles', clock: 'Reloj de la empresa',
    oneDay: '+1 día', howFar: 'Cuánto avanzar', unit: 'Unidad', minutes: 'minutos', hours: 'horas', days: 'días',
    advance: 'Avanzar', faults: 'Fallos de Meta', clear: 'Apagar todo', nextSend: 'En el próximo envío de la empresa',
    arm: 'Armar', team: 'Equipo', password: 'Contraseña', copy: 'Copiar contraseña', copied: 'Contraseña copiada',
    language: 'Idioma', local: 'Nada sale de esta máquina', close: 'Cerrar', back: 'Volver a la conversación',
    online: 'cuenta de empresa', typing: 'escribiendo…', you: 'Tú', today: 'Hoy', yesterday: 'Ayer',
    intro: 'Móvil de prueba: nada sale de esta máquina. Escriba como cliente; responde Novelo.',
    notDelivered: 'No llegó al cliente', repliesTo: 'Responder', react: 'Reaccionar o responder',
    location: 'Ubicación', contact: 'Contacto', sendLocation: 'Enviar ubicación', sendContact: 'Enviar contacto',
    sendSticker: 'Enviar sticker', sticker: 'Sticker', image: 'Foto', video: 'Vídeo', audio: 'Audio', document: 'Documento',
    template: 'Plantilla', copyCode: 'Copiar código', copiedWords: 'Copiado: {0}', unsupported: 'Mensaje de otro tipo', choose: 'Elegir', moved: 'Reloj avanzado',
    ahead: 'adelantado {0}', status_waiting: 'enviando', status_sent: 'enviado', status_delivered: 'entregado', status_read: 'leído',
    unread: '{0} sin leer', noMessages: 'Sin mensajes', offline: 'El servidor no responde. Reintentando…', next: 'próximo envío',
    no_number: 'Un número tiene de 6 a 15 dígitos, con el código de país.', no_name: 'Un nombre tiene de 1 a 60 caracteres.', no_advance: 'El reloj solo avanza, 400 días como máximo.',
    no_server: 'El servidor no responde.', no_other: 'El servidor rechazó ({0}).', select: 'Seleccionada; copie con Ctrl+C',
    s1: '¡Hola!', s2: 'Mi nevera dejó de enfriar', s3: '¿Cuánto cuesta un split de 12.000 BTU?', s4: 'Necesito copia de mi factura', s5: 'Quiero cancelar mi contrato',
    g_support: 'soporte', g_sales: 'ventas', g_triage: 'triaje', g_billing: 'facturación', g_retention: 'retención', g_managers: 'gestión', g_designers: 'procesos', g_analysts: 'análisis', g_privacy: 'privacidad',
  },
};

for (const more of [FAULTS, ACCOUNT]) for (const [tag, words] of Object.entries(more)) Object.assign(TEXTS[tag], words);

/** What was chosen here before, else the first language of the browser that we speak, else English. */
const chosen = localStorage.getItem('novelo.language');
let language = Object.hasOwn(TEXTS, chosen) ? chosen
  : navigator.languages.map((tag) => Object.keys(TEXTS).find((one) => one.slice(0, 2) === tag.slice(0, 2).toLowerCase())).find(Boolean) ?? 'en';

export const currentLanguage = () => language;

export function speak(another) {
  language = another;
  localStorage.setItem('novelo.language', another);
}

export const knows = (key) => key in TEXTS['pt-BR'];

export function t(key, ...values) {
  const text = TEXTS[language][key] ?? TEXTS['pt-BR'][key] ?? key;
  return values.reduce((filled, value, i) => filled.replace(`{${i}}`, () => value), text);
}

/** Fills every element that names its text. */
export function translate(root) {
  document.documentElement.lang = language;
  for (const node of root.querySelectorAll('[data-i18n]')) node.textContent = t(node.dataset.i18n);
  for (const node of root.querySelectorAll('[data-i18n-label]')) {
    node.setAttribute('aria-label', t(node.dataset.i18nLabel));
    if (node.tagName === 'BUTTON') node.title = t(node.dataset.i18nLabel);
  }
  for (const node of root.querySelectorAll('[data-i18n-placeholder]')) node.placeholder = t(node.dataset.i18nPlaceholder);
}
